package io.hourglass.portal.disputes;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.kernel.tracks.State;
import org.jspecify.annotations.Nullable;

/**
 * A case of a track as pages show it.
 *
 * @param words with which the keys of its states and kinds of facts begin
 */
public record CaseShown(CaseId of, String words) {

    public static CaseShown of(CaseId id) {
        return new CaseShown(id, id.track().equals(ConsultationId.CHAT) ? "consultation." : "trace.");
    }

    public String id() {
        return of.value();
    }

    public String track() {
        return of.track().name();
    }

    /** Of its trace. */
    public String trace() {
        return (isConsultation() ? "/consultations/" : "/inquiries/") + PathSegment.of(id()) + "/trace";
    }

    /** Of what its supplier reads of it, beneath the supplier's own address. */
    public String own() {
        return (isConsultation() ? "/chat/consultations/" : "/inquiries/") + PathSegment.of(id());
    }

    /** The key of a state's words; null for none. */
    public @Nullable String state(@Nullable State state) {
        return state == null ? null : words + "state." + state.name();
    }

    /** The key of the words of a kind of facts. */
    public String kind(FactKind kind) {
        return words + "kind." + kind.name();
    }

    private boolean isConsultation() {
        return of.track().equals(ConsultationId.CHAT);
    }
}
