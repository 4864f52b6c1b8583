package io.hourglass.audit.actions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.audit.entries.LedgerRecords;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people did lately, as {@link Actions} noted it, sealed or not. */
@Component
public class ActionLog {

    private final LedgerRecords records;
    private final ObjectMapper json;

    ActionLog(LedgerRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    /**
     * @param by the id of the actor; the pseudonym of one that has been erased, null where there is none
     * @param about the id of what it was done to
     */
    public record Done(@Nullable String by, Action action, String about, String details, Instant at) {}

    /**
     * Which actions are looked for: all that is given must hold.
     *
     * @param by their actors; empty for anybody
     * @param action null for any
     * @param from done at that instant or later; null for ever since
     * @param until done before; null without an end
     */
    public record Sought(Set<String> by, @Nullable Action action, @Nullable Instant from, @Nullable Instant until) {

        public static final Sought ALL = new Sought(Set.of(), null, null, null);

        public static Sought of(Action action) {
            return new Sought(Set.of(), action, null, null);
        }

        private LedgerRecords.Sought records() {
            var field = action == null ? "" : "\"action\":\"" + action.inLedger() + "\"";
            return new LedgerRecords.Sought(by, field, from, until);
        }
    }

    /** The latest first. */
    public List<Done> latest(long offset, int limit) {
        return latest(Sought.ALL, offset, limit);
    }

    /** Those that fit, the latest first. */
    public List<Done> latest(Sought sought, long offset, int limit) {
        return records.latest(Actions.KIND, sought.records(), offset, limit).stream()
                .map(this::read)
                .toList();
    }

    /**
     * How many of the newest that fit are each action; one without any is absent.
     *
     * @param newest how many are looked at
     */
    public Map<Action, Long> counted(Sought sought, int newest) {
        return latest(sought, 0, newest).stream().collect(groupingBy(Done::action, counting()));
    }

    private Done read(LedgerRecords.Noted noted) {
        try {
            var content = json.readTree(noted.content());
            return new Done(
                    noted.by(),
                    Action.of(content.path("action").asText()),
                    content.path("about").asText(),
                    content.path("details").asText(),
                    noted.at());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
