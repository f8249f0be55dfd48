// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "ui/actionrow.h"
#include "ui/rowlook.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace gleaner
{

static RecordState stateLike(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Plain:
        return RecordState::Connecting;
    case MessageBar::Kind::Good:
        return RecordState::Saved;
    case MessageBar::Kind::Paused:
    case MessageBar::Kind::Warning:
        return RecordState::Retrying;
    case MessageBar::Kind::Error:
        return RecordState::Failed;
    }
    return RecordState::Waiting;
}

static QString iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Plain:
        return QStringLiteral(":/icons/notice.svg");
    case MessageBar::Kind::Good:
        return QStringLiteral(":/icons/saved.svg");
    case MessageBar::Kind::Paused:
        return QStringLiteral(":/icons/paused.svg");
    case MessageBar::Kind::Warning:
        return QStringLiteral(":/icons/warning.svg");
    case MessageBar::Kind::Error:
        return QStringLiteral(":/icons/failed.svg");
    }
    return {};
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_grid(new QGridLayout(this))
    , m_box(new QWidget)
    , m_buttons(new QHBoxLayout(m_box))
    , m_close(new QToolButton)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setAccessibleName(tr("Close Message"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::close);

    m_buttons->setContentsMargins({});
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0);
    m_grid->addWidget(m_text, 0, 1);
    m_grid->addWidget(m_box, 0, 2);
    m_grid->addWidget(m_close, 0, 3);
    hide();
}

void MessageBar::show(Kind kind, const QString &sentence, const QList<QAction *> &actions)
{
    m_isPassing = true;
    put({kind, sentence, actions});
}

void MessageBar::stand(Kind kind, const QString &sentence, const QList<QAction *> &actions)
{
    m_isPassing = false;
    m_standing = Message{kind, sentence, actions};
    put(*m_standing);
}

void MessageBar::withdraw()
{
    if (!m_isPassing)
        return;
    m_isPassing = false;
    if (m_standing)
        put(*m_standing);
    else
        hide();
}

void MessageBar::clear()
{
    m_isPassing = false;
    m_standing.reset();
    hide();
}

void MessageBar::close()
{
    Q_EMIT closed();
    if (m_isPassing)
        withdraw();
    else
        clear();
}

void MessageBar::put(const Message &message)
{
    m_kind = message.kind;
    setSentence(message.sentence);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (!message.actions.isEmpty()) {
        auto *row = new ActionRow(message.actions);
        m_buttons->addWidget(row);
        QWidget *before = m_close;
        const auto buttons = row->buttons();
        for (QWidget *button : buttons) {
            setTabOrder(before, button);
            before = button;
        }
        // It is the last one, as it is for the eye.
        setTabOrder(before, m_close);
    }
    paintKind();
    placeButtons();
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::amend(const QString &sentence)
{
    if (m_isPassing)
        setSentence(sentence);
}

void MessageBar::amendStanding(const QString &sentence)
{
    if (!m_standing)
        return;
    m_standing->sentence = sentence;
    if (!m_isPassing)
        setSentence(sentence);
}

void MessageBar::setSentence(const QString &sentence)
{
    if (sentence == m_text->text())
        return;
    m_text->setText(sentence);
    setAccessibleName(sentence);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::placeButtons()
{
    // So many letters a line can be read at ease.
    const int comfortable = 50 * fontMetrics().averageCharWidth();
    const int whole = fontMetrics().horizontalAdvance(m_text->text());
    const int taken = m_buttons->sizeHint().width() + 4 * m_icon->sizeHint().width();
    const bool isBeside = width() - taken >= qMin(comfortable, whole);
    m_box->setVisible(m_buttons->count() > 0);
    m_grid->removeWidget(m_box);
    if (isBeside)
        m_grid->addWidget(m_box, 0, 2);
    else
        m_grid->addWidget(m_box, 1, 1, 1, 3, Qt::AlignRight);
}

QSize MessageBar::minimumSizeHint() const
{
    // There is always the place below.
    const QSize least = QFrame::minimumSizeHint();
    const QMargins edges = m_grid->contentsMargins();
    const int buttons = m_buttons->minimumSize().width() + edges.left() + edges.right();
    const int few = 30 * fontMetrics().averageCharWidth();
    return {qMin(least.width(), qMax(buttons, few)), least.height()};
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

void MessageBar::paintKind()
{
    const QPalette outer = parentWidget() ? parentWidget()->palette() : palette();
    const QColor colour = RowLook(outer).colour(stateLike(m_kind));
    const QColor base = outer.color(QPalette::Base);
    // A breath of the kind's colour: the text on it keeps its contrast.
    const auto breath = [](int of, int on) { return (of + 7 * on) / 8; };
    QPalette own = outer;
    own.setColor(QPalette::Window,
        QColor(breath(colour.red(), base.red()), breath(colour.green(), base.green()),
            breath(colour.blue(), base.blue())));
    setPalette(own);

    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(
        tintedIcon(iconOf(m_kind), colour, colour).pixmap(QSize(size, size), devicePixelRatio()));
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        paintKind();
}

} // namespace gleaner
