package io.hourglass.referral.web;

import static java.util.stream.Collectors.toSet;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.offers.ReasonsInWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For marketplaces with pages of their own: what the buyer's page does. */
@RestController
@RequestMapping("/api/inquiries/{inquiry}")
@Tag(name = "Referrals")
class ReferralApi {

    private final Alternatives alternatives;
    private final ReasonsInWords words;

    ReferralApi(Alternatives alternatives, ReasonsInWords words) {
        this.alternatives = alternatives;
        this.words = words;
    }

    @Schema(
            example =
                    """
                    {"buyer": "buyer-7", "suppliers": ["supplier-3", "supplier-5"], "consent": true}""")
    record NewPicks(
            @NotNull String buyer,
            @NotEmpty List<@NotNull String> suppliers,
            @Schema(description = "Whether the buyer lets its text be passed on to them.") @NotNull Boolean consent) {}

    @Schema(example = "{\"buyer\": \"buyer-7\"}")
    record NewDecline(@NotNull String buyer) {}

    @GetMapping("/referral")
    @Operation(
            summary = "The status of a request for alternatives",
            description = "The suppliers offered and why, those picked, and the inquiries sent to them.")
    ReferralView read(@PathVariable String inquiry, Locale locale) {
        return ReferralView.of(alternatives.of(new InquiryId(inquiry)), words, locale);
    }

    @PostMapping("/picks")
    @Operation(
            summary = "The buyer picks suppliers of the offer",
            description = "Each gets the inquiry as a new one, with clocks of its own. Once; the same again is 200 with"
                    + " the same answer.")
    @ApiResponse(responseCode = "409", description = "The buyer has decided otherwise, or the offer has expired.")
    ReferralView pick(@PathVariable String inquiry, @Valid @RequestBody NewPicks picks, Locale locale) {
        var id = new InquiryId(inquiry);
        checkBuyer(id, picks.buyer());
        var suppliers = picks.suppliers().stream().map(SupplierId::new).collect(toSet());
        return ReferralView.of(alternatives.pick(new Choice(id, suppliers, picks.consent())), words, locale);
    }

    @PostMapping("/declines")
    @Operation(summary = "The buyer wants none of the offer")
    @ApiResponse(responseCode = "409", description = "The buyer has picked, or the offer has expired.")
    ReferralView decline(@PathVariable String inquiry, @Valid @RequestBody NewDecline decline, Locale locale) {
        var id = new InquiryId(inquiry);
        checkBuyer(id, decline.buyer());
        return ReferralView.of(alternatives.decline(id), words, locale);
    }

    private void checkBuyer(InquiryId inquiry, String buyer) {
        if (!alternatives.of(inquiry).referral().buyer().value().equals(buyer)) {
            throw new InvalidInput("buyer", buyer, "the buyer that the inquiry came from");
        }
    }
}
