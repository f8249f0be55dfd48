// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/savingform.h"

#include "ui/flowlayout.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace gleaner
{

SavingForm::SavingForm(QWidget *parent)
    : QGroupBox(tr("Saving"), parent)
    , m_links(new QCheckBox(tr("&Links lead to the saved files")))
    , m_names(new QCheckBox(tr("Names that ser&vers give")))
    , m_originNote(new QCheckBox(tr("Note where files come from")))
    , m_archiving(new QCheckBox(tr("Keep a we&b archive (WARC) too")))
    , m_oldVersions(new QCheckBox(tr("Keep what an update &replaces")))
{
    m_links->setToolTip(
        tr("Saved pages can be read without a network; otherwise every byte stays as it was "
           "served."));
    m_names->setToolTip(
        tr("A file that is not a page gets the name that its server gives it, if it gives one."));
    m_originNote->setToolTip(
        tr("Each file's extended attributes say its address, so that other programs can show it."));
    m_archiving->setToolTip(
        tr("Requests and answers are kept in the folder \"++warc\" of the download, and Export can "
           "make a WACZ file of them."));
    m_oldVersions->setToolTip(
        tr("Old versions of files are kept in the folder \"++versions\" of the download."));
    auto *outer = new QVBoxLayout(this);
    auto *boxes = new FlowLayout(2);
    outer->addLayout(boxes);
    for (QCheckBox *box : {m_links, m_names, m_originNote, m_archiving, m_oldVersions})
        boxes->addWidget(box);
}

void SavingForm::setOptions(const JobOptions &options)
{
    m_links->setChecked(options.links == LinkPolicy::Relative);
    m_names->setChecked(options.names == NameSource::Server);
    m_originNote->setChecked(options.originNote == OriginNote::Written);
    m_archiving->setChecked(options.archiving == Archiving::Warc);
    m_oldVersions->setChecked(options.oldVersions == OldVersions::Kept);
}

void SavingForm::read(JobOptions &options) const
{
    options.links = m_links->isChecked() ? LinkPolicy::Relative : LinkPolicy::Keep;
    options.names = m_names->isChecked() ? NameSource::Server : NameSource::Address;
    options.originNote = m_originNote->isChecked() ? OriginNote::Written : OriginNote::None;
    options.archiving = m_archiving->isChecked() ? Archiving::Warc : Archiving::None;
    options.oldVersions = m_oldVersions->isChecked() ? OldVersions::Kept : OldVersions::Replaced;
}

} // namespace gleaner
