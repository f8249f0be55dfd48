// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cautionform.h"

#include "ui/figures.h"
#include "ui/flowlayout.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace gleaner
{

CautionForm::CautionForm(QWidget *parent)
    : QWidget(parent)
    , m_ask(new QCheckBox)
    , m_traps(new QCheckBox(tr("Set aside &what has no end")))
{
    const GrowthMarks marks;
    // A round number of a decimal unit, as files are counted.
    m_ask->setText(tr("As&k me at %1 files or %2 GB")
                       .arg(countText(marks.files), countText(marks.bytes / 1'000'000'000)));
    m_ask->setToolTip(tr("The download pauses then until you have said whether it is to go on."));
    m_traps->setToolTip(tr("Calendars, counters and the like are counted and not downloaded; they "
                           "can be fetched later."));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    auto *boxes = new FlowLayout(2);
    outer->addLayout(boxes);
    boxes->addWidget(m_ask);
    boxes->addWidget(m_traps);
}

void CautionForm::setOptions(const JobOptions &options)
{
    m_ask->setChecked(options.whenLarge == LargeDownload::Ask);
    m_traps->setChecked(options.traps == TrapPolicy::SetAside);
}

void CautionForm::read(JobOptions &options) const
{
    options.whenLarge = m_ask->isChecked() ? LargeDownload::Ask : LargeDownload::GoOn;
    options.traps = m_traps->isChecked() ? TrapPolicy::SetAside : TrapPolicy::Follow;
}

} // namespace gleaner
