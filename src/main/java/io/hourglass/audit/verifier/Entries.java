package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The entries of an exported ledger, read as strictly as {@code verify-ledger} reads them; marks and roots are not asked. */
public final class Entries implements Closeable {

    private final Lines lines;
    private @Nullable LocalDate day;
    private @Nullable Place place;

    private Entries(Lines lines) {
        this.lines = lines;
    }

    /** @param task what the progress bar is called */
    public static Entries of(Path file, String task) throws IOException {
        return new Entries(Lines.of(file, task));
    }

    /**
     * Null at the end of the file.
     *
     * @throws IOException if it is no ledger, or a line of it is not written as the ledger writes one, or stands where it has
     *     no place; the message names the line
     */
    public @Nullable JsonNode next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            try {
                if (!SealLine.is(line)) {
                    return entry(line);
                }
                begin(Form.readSealLine(line));
            } catch (Unfit e) {
                throw lines.fault(String.valueOf(e.getMessage()));
            }
        }
        requireADay();
        return null;
    }

    /** The day of the entry that was read last; null before the first. */
    public @Nullable LocalDate day() {
        return day;
    }

    private JsonNode entry(byte[] line) throws Unfit {
        if (place == null) {
            throw new Unfit("the file does not begin with a line about a seal");
        }
        var entry = Form.readEntry(line);
        place.take(entry);
        return entry;
    }

    private void begin(JsonNode sealLine) throws IOException {
        if (sealLine.has("track")) {
            throw new Unfit(
                    "it is of the track " + sealLine.path("track").asText() + ", and inquiries alone are read here");
        }
        var next = LocalDate.parse(sealLine.path("seal").asText());
        if (day != null) {
            requireADay();
            if (!next.isAfter(day)) {
                throw new Unfit("it is about the seal of " + next + " after that of " + day);
            }
        }
        day = next;
        place = Place.in(next);
    }

    private void requireADay() throws IOException {
        if (place == null || place.isEmpty()) {
            throw lines.fault(day == null ? "the file is empty" : "there is nothing in the seal of " + day);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
