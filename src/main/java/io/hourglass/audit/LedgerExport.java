package io.hourglass.audit;

import io.hourglass.audit.entries.CanonicalJson;
import io.hourglass.audit.entries.EntryNames;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.Track;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a sealed day for anyone who wants to check it: a line about the seal, then its entries. */
@Component
public class LedgerExport {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Seals seals;
    private final DayLines lines;
    private final Pseudonyms pseudonyms;

    LedgerExport(Seals seals, DayLines lines, Pseudonyms pseudonyms) {
        this.seals = seals;
        this.lines = lines;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The seals of the sealed days from the first to the last, both included, in day order.
     *
     * @param from null for the first of all
     * @param to null for the last of all
     * @throws InvalidInput if the last day is before the first
     */
    public List<Seal> days(Track track, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInput("from", from, "on or before the last day, " + to);
        }
        return seals.between(track, from == null ? EARLIEST : from, to == null ? LATEST : to);
    }

    /** @throws UncheckedIOException if the reader has gone */
    @Transactional(readOnly = true)
    public void write(Seal seal, OutputStream out) {
        write(out, sealLine(seal));
        lines.tell(seal.sealed(), seal.former(), pseudonyms::known, line -> write(out, line.text()));
    }

    private String sealLine(Seal seal) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("seal", seal.day());
        var track = EntryNames.of(seal.sealed().track()).track();
        if (track != null) {
            fields.put("track", track);
        }
        fields.put("root", seal.root());
        if (seal.former() != null) {
            fields.put("former", seal.former());
        }
        fields.put("entries", seal.entries());
        fields.put("marks", Base64.getEncoder().encodeToString(seals.marksOf(seal.trackDay())));
        return CanonicalJson.of(fields);
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
