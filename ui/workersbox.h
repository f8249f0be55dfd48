// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace gleaner
{

/// The field for the number of workers. It lets a person type anything, and says what is wrong
/// when they are done, where a QSpinBox would swallow the keys in silence.
class WorkersBox : public QSpinBox
{
    Q_OBJECT

public:
    explicit WorkersBox(QWidget *parent = nullptr);

    /// Takes over what was typed. False, after refused(), if it is no number of workers.
    bool commit();

    void fixup(QString &input) const override;

Q_SIGNALS:
    /// Enter, behind a number of workers, which is taken over.
    void entered();
    /// What was typed cannot be; the number from before stands.
    void refused(const QString &sentence) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QValidator::State validate(QString &input, int &position) const override;
};

} // namespace gleaner
