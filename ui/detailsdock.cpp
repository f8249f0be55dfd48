// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detailsdock.h"

#include "ui/fewlines.h"
#include "ui/rowlook.h"
#include "ui/session.h"

#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>

namespace gleaner
{

namespace
{
const QString recordScheme = QStringLiteral("record");
} // namespace

DetailsDock::DetailsDock(QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_text(new QTextBrowser)
{
    // The name by which a saved window layout finds it.
    setObjectName(QStringLiteral("details"));
    m_text->setAccessibleName(tr("Details of the chosen row"));
    m_text->setPlaceholderText(tr("Choose a row to see what is known of it."));
    m_text->setOpenLinks(false);
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    useFewLines(m_text);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setWidget(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == recordScheme)
            Q_EMIT recordChosen(link.path().toUInt());
    });
    // Behind another tab it counts as visible everywhere but here.
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        m_isSeen = isVisible;
        show();
    });
}

void DetailsDock::setSession(Session *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_folder = QModelIndex();
    m_chosen = QModelIndex();
    m_record = noRecord;
    m_answer.reset();
    m_seen.reset();
    if (session)
        connect(session, &Session::answerReady, this, &DetailsDock::take);
    m_text->setTextCursor(QTextCursor(m_text->document()));
    show();
}

void DetailsDock::showRow(const QModelIndex &row)
{
    // Rows that are arranged anew are no news: what was pointed at meanwhile stays.
    if (!m_session || !row.isValid() || m_chosen == row.siblingAtColumn(0))
        return;
    m_chosen = row.siblingAtColumn(0);
    if (const Record *record = m_session->tree()->recordAt(row)) {
        showRecord(record->id);
        return;
    }
    m_record = noRecord;
    m_folder = row.siblingAtColumn(0);
    show();
}

void DetailsDock::showRecord(RecordId id)
{
    if (!m_session || id == m_record || id >= m_session->tree()->tree().size())
        return;
    m_record = id;
    m_folder = QModelIndex();
    m_answer.reset();
    m_seen.reset();
    // What was selected is of another row.
    m_text->setTextCursor(QTextCursor(m_text->document()));
    show();
}

void DetailsDock::refresh()
{
    // The way back to the start may be long, and this comes many times a second.
    if (!m_isSeen || !hasNews())
        return;
    ask();
    show();
}

bool DetailsDock::hasNews()
{
    if (!m_session)
        return false;
    const TreeModel *tree = m_session->tree();
    Seen now;
    if (m_record != noRecord) {
        const Record &record = tree->tree().record(m_record);
        now = {record.state, record.tries, record.retryAt, record.bytes, record.path, {}};
    } else if (m_folder.isValid()) {
        now.sums = tree->sumsAt(m_folder);
    }
    return now != std::exchange(m_seen, now);
}

void DetailsDock::show()
{
    if (!m_isSeen)
        return;
    if (hasNews())
        ask();
    if (m_text->textCursor().hasSelection())
        return;
    if (const Details details = current(); details != m_shown)
        write(details);
}

Details DetailsDock::current() const
{
    if (!m_session)
        return {};
    TreeModel *tree = m_session->tree();
    if (m_record != noRecord)
        return detailsOf(tree->tree(), m_record, m_session->job(), m_answer, m_session->standing());
    if (m_folder.isValid())
        return detailsOf(tree->addressAt(m_folder), tree->sumsAt(m_folder));
    return {};
}

void DetailsDock::ask()
{
    if (m_record != noRecord && m_session->tree()->tree().record(m_record).tries > 0)
        m_session->askForAnswer(m_record);
}

void DetailsDock::take(RecordId id, const std::optional<RecentAnswer> &answer)
{
    if (id != m_record)
        return;
    m_answer = answer;
    show();
}

void DetailsDock::write(const Details &details)
{
    const bool isSameRow = !m_shown.empty() && !details.empty()
        && m_shown.front().lines.front() == details.front().lines.front();
    const int scrolled = isSameRow ? m_text->verticalScrollBar()->value() : 0;
    m_shown = details;
    m_text->clear();
    QTextCursor cursor(m_text->document());
    QTextCharFormat plain;
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    const int margin = fontMetrics().height() / 4;
    cursor.beginEditBlock();
    for (const DetailSection &section : details) {
        if (!section.title.isEmpty()) {
            QTextBlockFormat heading;
            heading.setTopMargin(2 * margin);
            cursor.insertBlock(heading, bold);
            cursor.insertText(section.title, bold);
        }
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(margin / 2.0);
        format.setCellSpacing(0);
        QTextTable *table = cursor.insertTable(int(section.lines.size()), 2, format);
        for (size_t row = 0; row < section.lines.size(); ++row) {
            const DetailLine &line = section.lines[row];
            table->cellAt(int(row), 0).firstCursorPosition().insertText(line.name, bold);
            QTextCharFormat value = plain;
            if (line.link != noRecord) {
                value.setAnchor(true);
                value.setAnchorHref(
                    QStringLiteral("%1:%2").arg(recordScheme, QString::number(line.link)));
                value.setForeground(RowLook(palette()).colour(RecordState::Connecting));
                value.setFontUnderline(true);
            }
            table->cellAt(int(row), 1).firstCursorPosition().insertText(line.text, value);
        }
        cursor.movePosition(QTextCursor::End);
    }
    cursor.endEditBlock();
    m_text->verticalScrollBar()->setValue(scrolled);
}

QString DetailsDock::text() const
{
    return plainText(m_shown);
}

} // namespace gleaner
