// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace gleaner
{

/// One sentence above the tree, with what can be done about it. Never a dialog, never in the way;
/// assistive technology hears of it. Plain text, whatever stands in it.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Plain, Good, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what is shown. The actions get buttons and stay their owner's.
    void show(Kind kind, const QString &sentence, const QList<QAction *> &actions = {});
    /// The same message with newer words; nothing if a person has closed it.
    void amend(const QString &sentence);
    QString text() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By a person, who has read it.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintKind();
    /// The buttons stand beside the sentence, or below it where it would be squeezed.
    void placeButtons();

    Kind m_kind = Kind::Plain;
    QLabel *m_icon;
    QLabel *m_text;
    QGridLayout *m_grid;
    QWidget *m_box;
    QHBoxLayout *m_buttons; ///< in the box
    QToolButton *m_close;
};

} // namespace gleaner
