package io.hourglass.imports.lines;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.replay.log.LogRecords.Line;

/** What a line says. */
public sealed interface FactLine {

    /** As it stands in the file. */
    Line line();

    /** An inquiry was received. */
    record Received(Line line, Submission report) implements FactLine {}

    /** Something happened to one. */
    record Happened(Line line, FactReport report) implements FactLine {}

    /** A message of a chat. */
    record Chatted(Line line, ChatReport report) implements FactLine {}

    /** It is against the format. */
    record Unreadable(Line line, String why) implements FactLine {}
}
