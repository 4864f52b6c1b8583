package io.hourglass.portal.disputes;

import io.hourglass.access.callers.Callers;
import io.hourglass.dispute.DisputeRefused;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.RaiseDispute.Raised;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.tracks.ClaimKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Raises what was contested in a form, and puts into words why it was not. */
@Component
public class Contests {

    private static final String ABOUT = "claim.about";
    private static final String WORDS = "supplier.mistake.";

    /** What is said of these differs by track. */
    private static final Set<String> OF_A_TRACK = Set.of("claim.occurredAt", ABOUT);

    private final RaiseDispute raise;

    Contests(RaiseDispute raise) {
        this.raise = raise;
    }

    /**
     * Why nothing was raised.
     *
     * @param field beside which it is said; empty if it is about none
     * @param key of the words
     */
    public record Mistake(String field, String key, HttpStatus status) {}

    /** The names of the claims that a form offers. */
    public List<String> kinds(Track track) {
        return raise.claims(track).stream()
                .map(ClaimKind::fact)
                .map(FactKind::name)
                .toList();
    }

    /**
     * @param zone in which its times are
     * @param form the id under which it is raised
     * @return null if it was raised
     */
    public @Nullable Mistake raise(CaseId id, Contest contest, ZoneId zone, String form) {
        try {
            var by = Callers.current().orElseThrow().name();
            var claim = contest.claim(raise.claims(id.track()), zone);
            raise.raise(new Raised(new DisputeId(form), id, claim, contest.evidenceGiven(), by));
            return null;
        } catch (InvalidInput e) {
            return wrong(e.field().equals(ABOUT) ? about(contest) : e.field(), id.track());
        } catch (NotFound e) {
            return wrong(about(contest), id.track());
        } catch (DisputeRefused e) {
            return new Mistake("", WORDS + e.reason(), HttpStatus.CONFLICT);
        }
    }

    private static Mistake wrong(String field, Track track) {
        var words = OF_A_TRACK.contains(field) ? field + "." + track.name() : field;
        return new Mistake(field, WORDS + words, HttpStatus.BAD_REQUEST);
    }

    private static String about(Contest contest) {
        return contest.isFinding() ? "claim.belongsTo" : ABOUT;
    }
}
