package io.hourglass.inquiry.web;

import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.persons.ErasePerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operations: forgetting a person for good. */
@RestController
@RequestMapping("/api/erasures")
@Tag(name = "Ledger")
class ErasureApi {

    private final ErasePerson erasePerson;

    ErasureApi(ErasePerson erasePerson) {
        this.erasePerson = erasePerson;
    }

    /** Whom to forget. */
    @Schema(example = """
                    {"buyer": "buyer-7"}""")
    record NewErasure(@NotNull @Formatted(Format.ID) String buyer) {}

    /** What is left of a person. */
    record Erasure(
            @Schema(description = "What stands in place of the buyer's id from here on.") String pseudonym,
            @Schema(description = "How many the buyer had sent.") int inquiries,
            @Schema(description = "How many cases it had of each track, by its name.")
                    SortedMap<String, Integer> cases) {}

    @PostMapping
    @Operation(
            summary = "Forget a buyer",
            description =
                    "Its texts are deleted, and a pseudonym takes the place of its id. Ledger, verdicts and numbers"
                            + " stay as they are. It cannot be undone; 404 for one that is not known, or was erased.")
    Erasure erase(@Valid @RequestBody NewErasure erasure) {
        var erased = erasePerson.erase(new BuyerId(erasure.buyer()));
        var cases = new TreeMap<String, Integer>();
        erased.cases().forEach((track, number) -> cases.put(track.name(), number));
        return new Erasure(erased.pseudonym().value(), erased.of(Track.INQUIRY), cases);
    }
}
