// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

#include <optional>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace gleaner
{

/// One sentence above the tree, with what can be done about it. Never a dialog, never in the way;
/// assistive technology hears of it. Plain text, whatever stands in it.
///
/// How a download is doing stands; what is said in between passes, and shows again what stood
/// there once it is closed.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Plain, Good, Paused, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what is shown, in passing. The actions get buttons and stay their owner's.
    void show(Kind kind, const QString &sentence, const QList<QAction *> &actions = {});
    /// The same message with newer words; nothing if it is not shown.
    void amend(const QString &sentence);
    /// What was shown in passing is no longer so.
    void withdraw();

    /// Replaces what is shown and what stood there. The actions outlive the bar.
    void stand(Kind kind, const QString &sentence, const QList<QAction *> &actions = {});
    /// The same with newer words, even where it is not to be seen now; nothing if a person has
    /// closed it.
    void amendStanding(const QString &sentence);
    /// Nothing is shown, and nothing stands.
    void clear();

    QString text() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By a person, who has read what text() still is.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Message {
        Kind kind;
        QString sentence;
        QList<QAction *> actions;
    };

    void put(const Message &message);
    void setSentence(const QString &sentence);
    void close();
    void paintKind();
    /// The buttons stand beside the sentence, or below it where it would be squeezed.
    void placeButtons();

    Kind m_kind = Kind::Plain;
    std::optional<Message> m_standing;
    bool m_isPassing = false; ///< what is shown
    QLabel *m_icon;
    QLabel *m_text;
    QGridLayout *m_grid;
    QWidget *m_box;
    QHBoxLayout *m_buttons; ///< in the box
    QToolButton *m_close;
};

} // namespace gleaner
