package io.hourglass.diagnosis.web;

import io.hourglass.diagnosis.Diagnoses;
import io.hourglass.diagnosis.Diagnosis;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Suppliers")
class DiagnosisApi {

    private final Diagnoses diagnoses;

    DiagnosisApi(Diagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    @GetMapping("/api/suppliers/{supplier}/diagnosis")
    @Operation(
            summary = "Why a supplier's rate is not higher",
            description =
                    "From its countable inquiries of the last 35 days, judged as of now: of the hours of receipt, the"
                            + " accounts and the categories the weakest, and of the usual causes those that show, each"
                            + " with its numbers beside those of the rest; what costs most comes first. A group of fewer"
                            + " than five, or with fewer than five beside it, is not compared.")
    Diagnosis diagnosis(@PathVariable String supplier) {
        return diagnoses.of(new SupplierId(supplier));
    }
}
