package io.hourglass.evidence;

import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.Detail;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is kept, with what its source said about itself.
 *
 * @param actor who acted, in the source's own terms; null where it did not say
 * @param late recorded after the books of its inquiry's day had closed
 * @param contentHash of all that was sent under the fact's id: the same again fits it
 * @param keptInPart details of which something is missing, since they did not fit
 */
public record StoredFact(
        Fact fact,
        @Nullable String actor,
        Channel channel,
        boolean late,
        ContentHash contentHash,
        Set<Detail> keptInPart) {

    /** One whose details were all kept as they were sent. */
    public StoredFact(Fact fact, @Nullable String actor, Channel channel, boolean late, ContentHash contentHash) {
        this(fact, actor, channel, late, contentHash, Set.of());
    }
}
