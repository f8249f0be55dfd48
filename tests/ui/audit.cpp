// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

#include <cmath>

namespace gleaner
{

namespace
{

/// What a finding calls a control.
QString called(const QWidget *widget)
{
    QString name = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        name += QLatin1Char('#') + widget->objectName();
    if (!widget->accessibleName().isEmpty())
        name += QStringLiteral(" \"%1\"").arg(widget->accessibleName());
    const QVariant text = widget->property("text");
    if (!text.toString().isEmpty())
        name += QStringLiteral(" \"%1\"").arg(text.toString().left(60));
    return name;
}

/// The visible widgets of a window that are ours to shape: not what Qt's own dialogs are made of.
QList<QWidget *> visibleIn(const QWidget *window)
{
    QList<QWidget *> visible;
    if (qobject_cast<const QFileDialog *>(window))
        return visible;
    const auto all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->window() == window && !isBehindATab(widget))
            visible.append(widget);
    }
    return visible;
}

bool takesTab(const QWidget *widget)
{
    return widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus
        && !widget->focusProxy();
}

void press(QWidget *widget, Qt::Key key)
{
    QTest::keyClick(widget, key);
}

} // namespace

QStringList namelessControls(const QWidget *window)
{
    QStringList nameless;
    for (QWidget *widget : visibleIn(window)) {
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_"));
        if (isPart || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(called(widget) + QStringLiteral(" has no name"));
    }
    return nameless;
}

QList<QWidget *> tabOrder(QWidget *window)
{
    QList<QWidget *> order;
    const int most = int(window->findChildren<QWidget *>().size()) + 1;
    for (int i = 0; i < most; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || order.contains(focus))
            break;
        order.append(focus);
        press(focus, Qt::Key_Tab);
    }
    return order;
}

QStringList unreachedByTab(QWidget *window)
{
    QStringList faults;
    if (qobject_cast<QFileDialog *>(window))
        return faults;
    if (!QApplication::focusWidget())
        press(window, Qt::Key_Tab);
    const QList<QWidget *> order = tabOrder(window);
    QWidget *back = QApplication::focusWidget();
    if (!order.isEmpty() && back != order.first())
        faults.append(QStringLiteral("Tab does not come round; it stays near ")
            + (back ? called(back) : QString()));
    for (QWidget *widget : visibleIn(window)) {
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_"));
        if (takesTab(widget) && !isPart && !order.contains(widget))
            faults.append(called(widget) + QStringLiteral(" is not reached by Tab"));
    }
    if (!faults.isEmpty()) {
        for (QWidget *widget : order)
            faults.append(QStringLiteral("  it comes to ") + called(widget));
    }
    return faults;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

namespace
{

QColor laidOn(const QColor &colour, const QColor &ground)
{
    const auto mix = [alpha = colour.alphaF()](
                         double of, double on) { return float(of * alpha + on * (1 - alpha)); };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()),
        mix(colour.greenF(), ground.greenF()), mix(colour.blueF(), ground.blueF()));
}

QColor groundOf(const QWidget *widget)
{
    while (!widget->isWindow() && !widget->autoFillBackground())
        widget = widget->parentWidget();
    return widget->palette().color(widget->backgroundRole());
}

} // namespace

QStringList faintTexts(const QWidget *window)
{
    QStringList faint;
    for (const QWidget *widget : visibleIn(window)) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        // Whoever cannot use a control need not read it well.
        if (!label || label->text().isEmpty() || !label->isEnabled())
            continue;
        const QColor ground = groundOf(label);
        const QColor colour = laidOn(label->palette().color(label->foregroundRole()), ground);
        if (const double found = contrast(colour, ground); found < 4.5)
            faint.append(QStringLiteral("%1 has a contrast of %2").arg(called(label)).arg(found));
    }
    return faint;
}

QPalette darkPalette()
{
    QPalette dark(QColor(0x35, 0x35, 0x35));
    dark.setColor(QPalette::Base, QColor(0x23, 0x23, 0x23));
    dark.setColor(QPalette::AlternateBase, QColor(0x2b, 0x2b, 0x2b));
    dark.setColor(QPalette::Highlight, QColor(0x1d, 0x6f, 0xb8));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    return dark;
}

} // namespace gleaner
