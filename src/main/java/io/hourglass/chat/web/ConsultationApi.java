package io.hourglass.chat.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/chat/consultations/{consultation}")
@Tag(name = "Chat")
class ConsultationApi {

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final Facts facts;

    ConsultationApi(Consultations consultations, JudgedConsultations cases, Facts facts) {
        this.consultations = consultations;
        this.cases = cases;
        this.facts = facts;
    }

    /** @param facts by occurrence */
    record ConsultationFile(@JsonUnwrapped ConsultationView consultation, List<ChatFactView> facts) {}

    @GetMapping
    @Operation(summary = "Read a consultation", description = "With its facts, and where it stands as of now.")
    ConsultationFile read(@PathVariable String consultation) {
        var kept = consultations
                .find(new ConsultationId(consultation))
                .orElseThrow(() -> new NotFound("consultation", consultation));
        return new ConsultationFile(
                ConsultationView.of(cases.of(kept)),
                facts.toldOf(kept.id()).stream()
                        .map(told -> ChatFactView.of(told.stored(), told.text().body()))
                        .toList());
    }
}
