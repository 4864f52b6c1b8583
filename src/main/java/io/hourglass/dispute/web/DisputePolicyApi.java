package io.hourglass.dispute.web;

import io.hourglass.dispute.rules.DisputeKind;
import io.hourglass.dispute.rules.DisputePolicy;
import io.hourglass.dispute.rules.DisputeRules;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules of disputes, by version. */
@RestController
@RequestMapping("/api")
@Tag(name = "Disputes")
class DisputePolicyApi {

    private final PolicyVersions<DisputePolicy> rules;
    private final ChangePolicies change;

    DisputePolicyApi(PolicyVersions<DisputePolicy> rules, ChangePolicies change) {
        this.rules = rules;
        this.change = change;
    }

    @Schema(example = "{\"inForceFrom\": \"2026-12-01\", \"disputeWithinDays\": 30, \"decideWithinDays\": 30}")
    record NewPolicy(
            @NotNull LocalDate inForceFrom, @NotNull Integer disputeWithinDays, @NotNull Integer decideWithinDays) {}

    @GetMapping("/dispute-policies")
    @Operation(summary = "The versions of the rules of disputes", description = "An inquiry's day says which applies.")
    List<DisputePolicy> policies() {
        return rules.all();
    }

    @PostMapping("/dispute-policies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set the rules of disputes for inquiries received from a later date on")
    DisputePolicy addPolicy(@Valid @RequestBody NewPolicy policy) {
        var set = new DisputeRules(policy.disputeWithinDays(), policy.decideWithinDays());
        var from = EffectiveFrom.on(policy.inForceFrom());
        return rules.version(change.activate(DisputeKind.NAME, from, PolicyJson.write(set), "")
                .version());
    }
}
