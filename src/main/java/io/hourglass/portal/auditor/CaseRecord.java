package io.hourglass.portal.auditor;

import io.hourglass.inquiry.judging.Explanation.OnPage;
import io.hourglass.kernel.tracks.State;
import io.hourglass.trace.FactTrace;
import io.hourglass.trace.TracedConsultation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is judged of a case that is disputed, and on which facts.
 *
 * @param facts of an inquiry; empty of a consultation
 * @param consultation null for an inquiry
 */
record CaseRecord(
        State state,
        boolean booksClosed,
        Instant booksClose,
        OnPage explanation,
        List<FactTrace> facts,
        @Nullable TracedConsultation consultation) {}
