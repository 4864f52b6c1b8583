package io.hourglass.inquiry.web;

import io.hourglass.inquiry.policy.Policies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy")
@Tag(name = "Books and policy")
class PolicyInForceApi {

    private final Policies policies;
    private final Clock clock;

    PolicyInForceApi(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The policy in force", description = "By which an inquiry received at that instant is judged.")
    PolicyView policy(
            @Parameter(description = "Now if left out.") @RequestParam(required = false) @Nullable Instant at) {
        return PolicyView.of(policies.inForceAt(at == null ? clock.instant() : at));
    }
}
