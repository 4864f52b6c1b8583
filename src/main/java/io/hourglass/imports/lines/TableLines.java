package io.hourglass.imports.lines;

import io.hourglass.replay.log.LineFormat;
import io.hourglass.replay.log.LogRecords.Line;
import java.util.HashMap;

/** CSV, its fields in the order of the first line. */
final class TableLines implements FormOfLines {

    private final LineFormat format;

    /**
     * @param history whether of a history
     * @throws io.hourglass.kernel.InvalidInput if the first line does not name the fields of a track
     */
    TableLines(LineFormat format, boolean history) {
        this.format = format;
        Columns.check(format.names(), history);
    }

    @Override
    public Fields read(Line line) {
        var sent = format.fields(line.bytes());
        var values = new HashMap<String, String>();
        for (var at = 0; at < sent.size(); at++) {
            var value = format.strict(sent, at);
            if (!value.isEmpty()) {
                values.put(format.names().get(at), value);
            }
        }
        return new Fields(values);
    }
}
