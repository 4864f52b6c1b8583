package io.hourglass.market.web;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.market.buyers.Buyers;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the marketplace calls a buyer on pages. */
@RestController
@RequestMapping("/api/buyers/{buyer}/profile")
@Tag(name = "Buyers")
class BuyerProfileApi {

    private final NameBuyer naming;
    private final Buyers buyers;

    BuyerProfileApi(NameBuyer naming, Buyers buyers) {
        this.naming = naming;
        this.buyers = buyers;
    }

    @Schema(example = "{\"name\": \"Rotterdam Pumps B.V.\"}")
    record BuyerProfile(@NotBlank @Size(min = 1, max = 200) String name) {}

    @PutMapping
    @Operation(
            summary = "Name a buyer",
            description =
                    "For display on pages: to operations and auditors, to the suppliers that it sent inquiries, and to the"
                            + " buyer. Replaces the name before; it is erased with the person.")
    BuyerProfile name(@PathVariable String buyer, @Valid @RequestBody BuyerProfile profile) {
        naming.name(new Named(new BuyerId(buyer), profile.name()));
        return profile;
    }

    @GetMapping
    @Operation(summary = "What a buyer is called", description = "404 if it has no name.")
    BuyerProfile read(@PathVariable String buyer) {
        var id = new BuyerId(buyer);
        return Optional.ofNullable(buyers.named(List.of(id)).get(id))
                .map(BuyerProfile::new)
                .orElseThrow(() -> new NotFound("name of the buyer", buyer));
    }
}
