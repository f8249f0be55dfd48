<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Headless</name>
    <message numerus="yes">
        <source>%n of the saved files could be incomplete: the server did not say how long.</source>
        <translation>
            <numerusform>One of the saved files could be incomplete: the server did not say how long.</numerusform>
            <numerusform>%n of the saved files could be incomplete: the server did not say how long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of that kind.</source>
        <translation>
            <numerusform>%n more of that kind.</numerusform>
            <numerusform>%n more of that kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses were left out because robots.txt asks for it, or could not be read; --no-robots asks for them, too.</source>
        <translation>
            <numerusform>%n address was left out because robots.txt asks for it, or could not be read; --no-robots asks for it, too.</numerusform>
            <numerusform>%n addresses were left out because robots.txt asks for it, or could not be read; --no-robots asks for them, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::CookiesField</name>
    <message numerus="yes">
        <source>%Ln cookie(s) from &quot;%1&quot;</source>
        <translation>
            <numerusform>%Ln cookie from &quot;%1&quot;</numerusform>
            <numerusform>%Ln cookies from &quot;%1&quot;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::DetailsText</name>
    <message numerus="yes">
        <source>%Ln link(s) away from the start address</source>
        <translation>
            <numerusform>%Ln link away from the start address</numerusform>
            <numerusform>%Ln links away from the start address</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::EndText</name>
    <message numerus="yes">
        <source>%Ln page(s) may only be a login, consent or &quot;not found&quot; page</source>
        <translation>
            <numerusform>%Ln page may only be a login, consent or &quot;not found&quot; page</numerusform>
            <numerusform>%Ln pages may only be login, consent or &quot;not found&quot; pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::HostBoard</name>
    <message numerus="yes">
        <source>What is fetched from %Ln chosen host(s):</source>
        <translation>
            <numerusform>What is fetched from the chosen host:</numerusform>
            <numerusform>What is fetched from %Ln chosen hosts:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::HostEffects</name>
    <message numerus="yes">
        <source>%Ln waiting address(es) will be skipped</source>
        <translation>
            <numerusform>%Ln waiting address will be skipped</numerusform>
            <numerusform>%Ln waiting addresses will be skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped address(es) will be fetched</source>
        <translation>
            <numerusform>%Ln skipped address will be fetched</numerusform>
            <numerusform>%Ln skipped addresses will be fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::NewDownload</name>
    <message numerus="yes">
        <source>No more than %Ln addresses at once.</source>
        <translation>
            <numerusform>No more than %Ln address at once.</numerusform>
            <numerusform>No more than %Ln addresses at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::PickModel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::RemovalActions</name>
    <message numerus="yes">
        <source>Remove %Ln row(s) from View</source>
        <translation>
            <numerusform>Remove %Ln row from View</numerusform>
            <numerusform>Remove %Ln rows from View</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are out of sight until you undo it or begin the download again. The counts still include them, and their files stay.</source>
        <translation>
            <numerusform>%Ln row is out of sight until you undo it or begin the download again. The counts still include it, and its file stays.</numerusform>
            <numerusform>%Ln rows are out of sight until you undo it or begin the download again. The counts still include them, and their files stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln saved file(s) to the trash?</source>
        <translation>
            <numerusform>Move %Ln saved file to the trash?</numerusform>
            <numerusform>Move %Ln saved files to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moving %Ln file(s) to the trash…</source>
        <translation>
            <numerusform>Moving %Ln file to the trash…</numerusform>
            <numerusform>Moving %Ln files to the trash…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the trash now.</source>
        <translation>
            <numerusform>%Ln file is in the trash now.</numerusform>
            <numerusform>%Ln files are in the trash now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were no longer there.</source>
        <translation>
            <numerusform>%Ln file was no longer there.</numerusform>
            <numerusform>%Ln files were no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay, because somebody has changed or replaced them since.</source>
        <translation>
            <numerusform>%Ln file stays, because somebody has changed or replaced it since.</numerusform>
            <numerusform>%Ln files stay, because somebody has changed or replaced them since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay, because your desktop&apos;s trash did not take them.</source>
        <translation>
            <numerusform>%Ln file stay, because your desktop&apos;s trash did not take it.</numerusform>
            <numerusform>%Ln files stay, because your desktop&apos;s trash did not take them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are out of sight until you undo it or begin the download again. The counts still include them.</source>
        <translation>
            <numerusform>%Ln row is out of sight until you undo it or begin the download again. The counts still include it.</numerusform>
            <numerusform>%Ln rows are out of sight until you undo it or begin the download again. The counts still include them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::SessionMessages</name>
    <message numerus="yes">
        <source>Finishing %Ln file(s)…</source>
        <translation>
            <numerusform>Finishing %Ln file…</numerusform>
            <numerusform>Finishing %Ln files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::StatusLine</name>
    <message numerus="yes">
        <source>%Ln worker(s)</source>
        <translation>
            <numerusform>%Ln worker</numerusform>
            <numerusform>%Ln workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::TrapText</name>
    <message numerus="yes">
        <source>%Ln whose paths repeat themselves</source>
        <translation>
            <numerusform>%Ln whose path repeats itself</numerusform>
            <numerusform>%Ln whose paths repeat themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that are known pages under another session</source>
        <translation>
            <numerusform>%Ln that is a known page under another session</numerusform>
            <numerusform>%Ln that are known pages under another session</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that are counted on without end</source>
        <translation>
            <numerusform>%Ln that is counted on without end</numerusform>
            <numerusform>%Ln that are counted on without end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gleaner::WishActions</name>
    <message numerus="yes">
        <source>Skip %Ln address(es)</source>
        <translation>
            <numerusform>Skip %Ln address</numerusform>
            <numerusform>Skip %Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) come first now, as soon as their hosts have room for another request.</source>
        <translation>
            <numerusform>%Ln address comes first now, as soon as its host has room for another request.</numerusform>
            <numerusform>%Ln addresses come first now, as soon as their hosts have room for another request.</numerusform>
        </translation>
    </message>
</context>
</TS>
