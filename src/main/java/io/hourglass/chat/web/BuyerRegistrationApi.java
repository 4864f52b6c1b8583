package io.hourglass.chat.web;

import io.hourglass.chat.watch.RegisterBuyer;
import io.hourglass.kernel.ids.BuyerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** When a buyer's account was made. */
@RestController
@Tag(name = "Chat")
class BuyerRegistrationApi {

    private final RegisterBuyer register;

    BuyerRegistrationApi(RegisterBuyer register) {
        this.register = register;
    }

    @Schema(example = "{\"registeredAt\": \"2026-03-02T01:55:00Z\"}")
    record BuyerRegistration(@NotNull Instant registeredAt) {}

    @PutMapping("/api/buyers/{buyer}/registration")
    @Operation(
            summary = "Say when a buyer's account was made",
            description =
                    "One that shops block soon after that is caught as abnormal; without it that rule does not act. Replaces"
                            + " what was said before; it is erased with the person.")
    BuyerRegistration register(@PathVariable String buyer, @Valid @RequestBody BuyerRegistration registration) {
        register.register(new RegisterBuyer.Registered(new BuyerId(buyer), registration.registeredAt()));
        return registration;
    }
}
