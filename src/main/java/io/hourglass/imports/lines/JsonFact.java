package io.hourglass.imports.lines;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.replay.log.LogRecords;
import io.hourglass.replay.log.LogRecords.Line;
import java.nio.charset.StandardCharsets;

/** A fact as an object of JSON that stands in no file. */
public final class JsonFact {

    private JsonFact() {}

    /**
     * @param path where it stands, before its fields' names; empty if it stands alone
     * @throws InvalidInput if it is none, with the path of the field
     */
    public static FactLine of(String path, String object) {
        try {
            return FactLines.of(FactLine.NO_LINE, JsonLines.read(object));
        } catch (InvalidInput e) {
            throw at(path, e);
        }
    }

    /** One that stands alone, as bytes. */
    public static FactLine read(byte[] object) {
        var line = new Line(
                FactLine.NO_LINE.number(),
                new String(object, StandardCharsets.ISO_8859_1),
                object.length > LogRecords.LONGEST_LINE);
        return FactLines.read(line, new JsonLines(false), FactLines::of);
    }

    /** The same with the path of the field. */
    public static InvalidInput at(String path, InvalidInput e) {
        if (e.field().equals("line")) {
            return new InvalidInput(path.isEmpty() ? "body" : path, e.value(), e.rule());
        }
        return path.isEmpty() ? e : new InvalidInput(path + "." + e.field(), e.value(), e.rule());
    }
}
