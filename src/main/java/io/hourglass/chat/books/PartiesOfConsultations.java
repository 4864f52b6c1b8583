package io.hourglass.chat.books;

import io.hourglass.access.callers.CaseParties;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.kernel.ids.Track;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PartiesOfConsultations implements CaseParties {

    private final Consultations consultations;

    PartiesOfConsultations(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public String pathVariable() {
        return "consultation";
    }

    @Override
    public Optional<Parties> of(String id) {
        return consultations.find(new ConsultationId(id)).map(kept -> new Parties(kept.buyer(), kept.shop()));
    }
}
