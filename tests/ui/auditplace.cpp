// SPDX-License-Identifier: GPL-3.0-or-later
// The room that texts have: see audit.h.
#include "tests/ui/audit.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QStyleOptionComboBox>
#include <QTabBar>

namespace gleaner
{

namespace
{

QString longestWord(const QString &text)
{
    QString longest;
    const QStringList words = text.split(QLatin1Char(' '));
    for (const QString &word : words) {
        if (word.size() > longest.size())
            longest = word;
    }
    return longest;
}

QString fault(const QLabel *label)
{
    const QRect room = label->contentsRect();
    if (label->text().isEmpty())
        return {};
    if (!label->wordWrap())
        return label->sizeHint().width() > label->width() ? QStringLiteral("is cut off")
                                                          : QString();
    if (label->heightForWidth(label->width()) > label->height())
        return QStringLiteral("has too few lines");
    const int word = label->fontMetrics().horizontalAdvance(longestWord(label->text()));
    return word > room.width() ? QStringLiteral("has a word that is cut off") : QString();
}

QString fault(const QComboBox *box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    const QRect room = box->style()->subControlRect(
        QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
    const int text = box->fontMetrics().horizontalAdvance(box->currentText());
    return !box->isEditable() && text > room.width() ? QStringLiteral("is cut off") : QString();
}

QString fault(const QHeaderView *header)
{
    for (int section = 0; section < header->count(); ++section) {
        const int size = header->sectionSize(section);
        if (header->isSectionHidden(section) || header->orientation() == Qt::Vertical)
            continue;
        const QString text =
            header->model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        if (header->fontMetrics().horizontalAdvance(text) > size)
            return QStringLiteral("cuts \"%1\" off").arg(text);
    }
    return {};
}

QString fault(const QTabBar *tabs)
{
    for (int tab = 0; tab < tabs->count(); ++tab) {
        const int text =
            tabs->fontMetrics().horizontalAdvance(tabs->tabText(tab).remove(QLatin1Char('&')));
        if (text > tabs->tabRect(tab).width())
            return QStringLiteral("cuts \"%1\" off").arg(tabs->tabText(tab));
    }
    return {};
}

QString fault(const QMenuBar *bar)
{
    const QList<QAction *> actions = bar->actions();
    for (QAction *action : actions) {
        if (action->isVisible() && !bar->rect().contains(bar->actionGeometry(action)))
            return QStringLiteral("has no room for \"%1\"").arg(action->text());
    }
    return {};
}

QString textFault(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return fault(label);
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return fault(box);
    if (const auto *header = qobject_cast<const QHeaderView *>(widget))
        return header->model() ? fault(header) : QString();
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        return fault(tabs);
    if (const auto *bar = qobject_cast<const QMenuBar *>(widget))
        return fault(bar);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool isWhole = (button && !button->text().isEmpty())
        || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QGroupBox *>(widget);
    if (isWhole && widget->minimumSizeHint().width() > widget->width())
        return QStringLiteral("is cut off");
    const bool hasLines = isWhole || qobject_cast<const QLineEdit *>(widget);
    if (hasLines && widget->fontMetrics().height() > widget->height())
        return QStringLiteral("is too low for its letters");
    return {};
}

/// What scrolls may hold more than it shows.
bool isInside(const QWidget *widget)
{
    for (const QWidget *outer = widget; !outer->isWindow(); outer = outer->parentWidget()) {
        const QWidget *parent = outer->parentWidget();
        if (qobject_cast<const QAbstractScrollArea *>(parent)
            || qobject_cast<const QTabBar *>(parent))
            return true;
        // It scrolls downwards, and nobody should have to scroll sideways as well.
        if (parent->objectName() == QLatin1String("qt_scrollarea_viewport"))
            return outer->x() >= 0 && outer->geometry().right() <= parent->rect().right();
        if (!parent->rect().contains(outer->geometry()))
            return false;
    }
    return true;
}

} // namespace

bool isBehindATab(const QWidget *widget)
{
    const QWidget *window = widget->window();
    for (const QWidget *outer = widget; outer != window; outer = outer->parentWidget()) {
        if (!qobject_cast<const QDockWidget *>(outer))
            continue;
        // That is where Qt leaves it.
        const QRect place(outer->mapTo(window, QPoint()), outer->size());
        return !place.isEmpty() && !window->rect().intersects(place);
    }
    return false;
}

QStringList clippedTexts(const QWidget *window)
{
    QStringList faults;
    if (qobject_cast<const QFileDialog *>(window))
        return faults;
    const auto all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_"))
            || qobject_cast<const QLineEdit *>(widget->parentWidget());
        if (!widget->isVisible() || widget->window() != window || isPart || isBehindATab(widget))
            continue;
        QString wrong = textFault(widget);
        const bool isOurs =
            !widget->property("text").toString().isEmpty() || widget->focusPolicy() != Qt::NoFocus;
        if (wrong.isEmpty() && isOurs && !isInside(widget))
            wrong = QStringLiteral("lies outside of what it lies in (%1x%2 at %3,%4)")
                        .arg(widget->width())
                        .arg(widget->height())
                        .arg(widget->x())
                        .arg(widget->y());
        if (!wrong.isEmpty())
            faults.append(QStringLiteral("%1 \"%2%3\" %4")
                              .arg(QString::fromLatin1(widget->metaObject()->className()),
                                  widget->accessibleName(),
                                  widget->property("text").toString().left(60), wrong));
    }
    return faults;
}

} // namespace gleaner
