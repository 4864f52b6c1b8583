package io.hourglass.operations.work;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where the living processes wait. Each question is one query, however many of them there are; what is owed is asked of the
 * judge besides, of those alone that may be duplicates.
 */
public interface OpenWork {

    /** The steps of a model at which something waits, the fullest first. */
    List<Step> stepsOf(Workflow model);

    /**
     * What waits at one step, the least time left first.
     *
     * @param step the node's id in the model
     */
    List<Waiting> at(Workflow model, String step, long offset, int limit);

    /**
     * Inquiries that wait for their supplier and are owed a reply.
     *
     * @param spans until the reply deadline
     * @param limit of those that break next
     */
    Open open(List<Duration> spans, int limit);

    /**
     * @param withLessThan how many have less than each of the spans left, in their order, and then the count of all
     * @param breakingNext those whose reply deadline lies ahead, the nearest first
     */
    record Open(List<Long> withLessThan, List<Waiting> breakingNext) {}

    /**
     * @param stopped how many of them stand still: suspended, or without tries left
     * @param median in the middle of those since when the instances have been there
     */
    record Step(String node, long instances, long stopped, Instant oldest, Instant median) {}

    /**
     * One token of a process.
     *
     * @param instance the engine's id of the process
     * @param key what it is about: an inquiry's id, a consultation's, a day, a dispute's id
     * @param since when it came to the step
     * @param due until when there is time: the reply deadline, the day's end, the offer's expiry, the books' close, the latest
     *     decision
     * @param inquiry null for a consultation and for a day
     * @param supplier null for a day, as is the buyer
     * @param stopped it is stopped: suspended, or without tries left
     */
    @Value.Builder
    record Waiting(
            String instance,
            String key,
            String step,
            Instant since,
            Instant due,
            @Nullable InquiryId inquiry,
            @Nullable SupplierId supplier,
            @Nullable BuyerId buyer,
            boolean stopped) {

        public static WaitingBuilder builder() {
            return new WaitingBuilder();
        }
    }
}
