package io.hourglass.policy.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.PolicyDifference;
import io.hourglass.policy.versions.PolicyVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The versions of every kind of policy: read, compared, drafted, checked, activated and withdrawn. */
@RestController
@RequestMapping("/api/policies")
@Tag(name = "Policies")
class PolicyApi {

    private static final int LONGEST_REASON = 500;

    private final ChangePolicies policies;

    PolicyApi(ChangePolicies policies) {
        this.policies = policies;
    }

    /** What is to be drafted from a copy. */
    @Schema(example = "{\"copyOf\": 1, \"changes\": {\"decideWithinDays\": 14}}")
    record NewDraft(
            @NotNull Integer copyOf,
            @Schema(description = "The rules that are to be otherwise; left out: none.", implementation = Object.class)
                    @Nullable
                    JsonNode changes) {

        JsonNode changed() {
            return changes == null || changes.isNull() ? JsonNodeFactory.instance.objectNode() : changes;
        }
    }

    /** A draft. */
    record DraftView(
            int copyOf,
            @Schema(description = "All of them: to be checked, or to be activated.", implementation = Object.class)
                    JsonNode rules) {}

    /** A version to be checked. */
    @Schema(
            example =
                    """
                    {"inForceFrom": "2026-12-01", "rules": {"disputeWithinDays": 30, "decideWithinDays": 14}}""")
    record NewVersion(
            @NotNull @Schema(description = "The natural day with which it begins.") LocalDate inForceFrom,
            @NotNull @Schema(implementation = Object.class) JsonNode rules) {

        ChangePolicies.Draft draft(String kind) {
            return new ChangePolicies.Draft(kind, inForceFrom, rules);
        }
    }

    /** A version to be activated. */
    @Schema(
            example =
                    """
                    {"inForceFrom": "2026-12-01", "reason": "As agreed with the suppliers.",
                     "rules": {"disputeWithinDays": 30, "decideWithinDays": 14}}""")
    record Activation(
            @NotNull @Schema(description = "The natural day with which it begins.") LocalDate inForceFrom,
            @NotNull @Schema(description = "All that may be set.", implementation = Object.class) JsonNode rules,
            @NotBlank @Size(max = LONGEST_REASON) @Schema(description = "Kept in the ledger: it names no person.")
                    String reason) {

        ChangePolicies.Draft draft(String kind) {
            return new ChangePolicies.Draft(kind, inForceFrom, rules);
        }
    }

    @Schema(example = "{\"reason\": \"It was the wrong date.\"}")
    record Withdrawal(
            @NotBlank @Size(max = LONGEST_REASON) @Schema(description = "Kept in the ledger: it names no person.")
                    String reason) {}

    /** Whether a version is in force. */
    enum Phase {
        @Schema(description = "It has begun; a later version may have followed it.")
        BEGUN,
        @Schema(description = "It can be withdrawn.")
        AHEAD,
        WITHDRAWN
    }

    record VersionView(
            String kind,
            int version,
            @Schema(description = "A natural day or an instant, by ISO 8601, as its kind has it.") String inForceFrom,
            Phase phase,
            @Schema(implementation = Object.class) JsonNode rules,
            @Nullable Instant withdrawnAt) {}

    record CheckedView(
            VersionView version,
            @Schema(description = "From the version that it would follow.") List<PolicyDifference> differences) {}

    @GetMapping
    @Operation(summary = "The kinds of policy", description = "By name.")
    List<String> kinds() {
        return policies.kinds();
    }

    @GetMapping("/{kind}")
    @Operation(
            summary = "The versions of a kind of policy",
            description = "By number; those that were withdrawn among them. Of those that have begun the last applies.")
    List<VersionView> versions(@PathVariable String kind) {
        return policies.versions(kind).stream().map(this::view).toList();
    }

    @GetMapping("/{kind}/differences")
    @Operation(summary = "The rules that differ between two versions", description = "Field by field, by name.")
    List<PolicyDifference> differences(@PathVariable String kind, @RequestParam int from, @RequestParam int to) {
        return policies.differences(kind, from, to);
    }

    @PostMapping("/{kind}/drafts")
    @Operation(
            summary = "Draft a version from a copy",
            description = "The rules of a version, changed where you say so. Nothing is kept.")
    DraftView draft(@PathVariable String kind, @Valid @RequestBody NewDraft draft) {
        return new DraftView(draft.copyOf(), policies.copy(kind, draft.copyOf(), draft.changed()));
    }

    @PostMapping("/{kind}/checks")
    @Operation(
            summary = "Check a version that is to be",
            description = "As it would be if it were activated now, or 400 where it could not be. Nothing is kept.")
    CheckedView check(@PathVariable String kind, @Valid @RequestBody NewVersion version) {
        var checked = policies.validated(version.draft(kind));
        return new CheckedView(view(checked), policies.differencesBefore(checked));
    }

    @PostMapping("/{kind}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Activate a version",
            description = "From the start of a natural day ahead, at most 366 days, and after the last version.")
    VersionView activate(@PathVariable String kind, @Valid @RequestBody Activation activation) {
        return view(policies.activate(activation.draft(kind), activation.reason()));
    }

    @PostMapping("/{kind}/versions/{version}/withdrawal")
    @Operation(summary = "Withdraw a version", description = "Before it is in force. Its number is not given again.")
    @ApiResponse(responseCode = "409", description = "Nothing has been changed: `reason` is IN_FORCE or WITHDRAWN.")
    VersionView withdraw(
            @PathVariable String kind, @PathVariable int version, @Valid @RequestBody Withdrawal withdrawal) {
        return view(policies.withdraw(kind, version, withdrawal.reason()));
    }

    private VersionView view(PolicyVersion version) {
        return new VersionView(
                version.kind(),
                version.version(),
                version.from().toString(),
                phase(version),
                version.rules(),
                version.withdrawnAt());
    }

    private Phase phase(PolicyVersion version) {
        if (version.withdrawnAt() != null) {
            return Phase.WITHDRAWN;
        }
        return policies.isFixed(version) ? Phase.BEGUN : Phase.AHEAD;
    }
}
