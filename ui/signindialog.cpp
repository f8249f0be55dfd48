// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signindialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gleaner
{

SignInDialog::SignInDialog(const QString &whom, PasswordPolicy policy, QWidget *parent)
    : QDialog(parent)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox(tr("&Remember it in the keyring")))
{
    setWindowTitle(tr("Sign In"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *sentence = new QLabel(tr("%1 asks for a name and a password.").arg(whom));
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    m_user->setAccessibleName(tr("Name"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setToolTip(tr("Otherwise it is forgotten when Gleaner is closed."));
    m_keep->setVisible(policy == PasswordPolicy::Keyring);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_signIn = buttons->addButton(tr("&Sign In"), QDialogButtonBox::AcceptRole);
    m_signIn->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT given({m_user->text(), m_password->text()},
            m_keep->isChecked() ? Keeping::Keyring : Keeping::UntilQuit);
    });
    connect(m_user, &QLineEdit::textChanged, this, &SignInDialog::check);

    auto *form = new QFormLayout(this);
    form->addRow(sentence);
    form->addRow(tr("&Name:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(m_keep);
    form->addRow(buttons);
    setMinimumWidth(50 * fontMetrics().averageCharWidth());
    check();
}

void SignInDialog::offer(const Credentials &credentials)
{
    if (!m_user->text().isEmpty() || !m_password->text().isEmpty())
        return;
    m_user->setText(credentials.user);
    m_password->setText(credentials.password);
}

void SignInDialog::check()
{
    // HTTP's Basic separates the two by a colon (RFC 7617, section 2).
    const bool hasColon = m_user->text().contains(u':');
    const QString why = m_user->text().isEmpty() ? tr("Type a name.")
        : hasColon                               ? tr("A name cannot hold a colon.")
                                                 : QString();
    m_signIn->setEnabled(why.isEmpty());
    m_signIn->setToolTip(why);
}

} // namespace gleaner
