package io.hourglass.persons;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is kept of a person, as one JSON file: an array for each place. It is a deed for the ledger. */
@Component
public class ExportPerson {

    private final List<PersonalPlace> places;
    private final CasesOfAllTracks cases;
    private final Pseudonyms pseudonyms;
    private final Actions actions;
    private final ObjectMapper json;
    private final Clock clock;

    ExportPerson(
            List<PersonalPlace> places,
            CasesOfAllTracks cases,
            Pseudonyms pseudonyms,
            Actions actions,
            ObjectMapper json,
            Clock clock) {
        this.places = places;
        this.cases = cases;
        this.pseudonyms = pseudonyms;
        this.actions = actions;
        this.json = json;
        this.clock = clock;
    }

    /** Notes that the person's data is given out, under its pseudonym. */
    @Transactional
    public void note(Person person) {
        var pseudonym = String.valueOf(pseudonyms.given(List.of(person.id())).get(person.id()));
        actions.note(Action.EXPORT_A_PERSON, pseudonym, cases.counted(cases.numbers(person)));
    }

    /**
     * Writes it an entry at a time, and leaves the stream open.
     *
     * @throws UncheckedIOException if the reader has gone
     */
    @Transactional(readOnly = true)
    public void write(Person person, OutputStream out) {
        try {
            var file = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            file.writeStartObject();
            file.writePOJOField("names", person.names());
            file.writePOJOField("pseudonyms", pseudonyms.known(person.names()));
            file.writePOJOField("at", clock.instant());
            for (var place : places) {
                file.writeArrayFieldStart(place.name());
                place.give(person, entry -> write(file, entry));
                file.writeEndArray();
            }
            file.writeEndObject();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator file, Map<String, @Nullable Object> entry) {
        try {
            file.writePOJO(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
