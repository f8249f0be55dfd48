// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct AboutBox {
    Q_DECLARE_TR_FUNCTIONS(gleaner::AboutBox)
};
} // namespace

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, AboutBox::tr("About Gleaner"),
        AboutBox::tr("Gleaner %1\n\nDownloads everything that a page leads to.\n\nFree software "
                     "under the GNU General Public License, version 3 or later.")
            .arg(QStringLiteral(GLEANER_VERSION)),
        QMessageBox::Close, window);
    box->setIconPixmap(window->windowIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace gleaner
