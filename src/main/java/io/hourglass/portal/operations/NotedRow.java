package io.hourglass.portal.operations;

import io.hourglass.imports.files.NotedLine;
import io.hourglass.kernel.text.OneLine;

/**
 * A line of which there is something to say, as it is listed.
 *
 * @param text how it begins, on one line
 * @param isCut whether it goes on
 */
record NotedRow(long number, NotedLine.Kind kind, String reason, String text, boolean isCut) {

    static NotedRow of(NotedLine line, int longest) {
        var text = line.text();
        var isCut = text.codePointCount(0, text.length()) > longest;
        var shown = isCut ? text.substring(0, text.offsetByCodePoints(0, longest)) : text;
        return new NotedRow(line.number(), line.kind(), line.reason(), OneLine.of(shown), isCut);
    }
}
