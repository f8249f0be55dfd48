// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keyring.h"
#include "ui/preferences.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace gleaner
{

/// Asks for a name and a password for one server or proxy. Deletes itself when it is closed; does
/// not hold up the window.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    /// `whom` as a person reads it.
    SignInDialog(const QString &whom, PasswordPolicy policy, QWidget *parent);

    /// As they were kept: only where nothing has been typed yet.
    void offer(const Credentials &credentials);

Q_SIGNALS:
    void given(const gleaner::Credentials &credentials, gleaner::Keeping keeping);

private:
    void check();

    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QPushButton *m_signIn;
};

} // namespace gleaner
