package io.hourglass.access.web;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.ApiKey;
import io.hourglass.access.keys.KeyRing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys by which systems call. */
@RestController
@RequestMapping("/api/api-keys")
@Tag(name = "Access")
class ApiKeyApi {

    private final KeyRing keys;

    ApiKeyApi(KeyRing keys) {
        this.keys = keys;
    }

    @Schema(example = "{\"name\": \"marketplace backend\", \"scopes\": [\"SUBMIT\", \"READ\"]}")
    record NewKey(
            @NotNull @Schema(description = "1 to 64 characters, none of them a control.") String name,
            @NotEmpty Set<@NotNull Scope> scopes) {}

    /** A key, without its secret. */
    record KeyView(
            String id,
            String name,
            List<Scope> scopes,
            Instant madeAt,
            String madeBy,
            @Schema(description = "Absent while it can be used.") @Nullable Instant revokedAt) {

        static KeyView of(ApiKey key) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.scopes().stream().sorted().toList(),
                    key.madeAt(),
                    key.madeBy(),
                    key.revokedAt());
        }
    }

    /** A key that has just been made. */
    record MadeKey(
            @Schema(description = "To be sent as X-API-Key. It is kept nowhere and cannot be read again.")
                    String secret,
            KeyView key) {}

    @GetMapping
    @Operation(summary = "Every key that was made, revoked ones included")
    List<KeyView> all() {
        return keys.all().stream().map(KeyView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a key", description = "Its secret is in this answer and nowhere else.")
    MadeKey make(@Valid @RequestBody NewKey wanted) {
        var made = keys.make(wanted.name(), wanted.scopes(), Callers.current().orElseThrow());
        return new MadeKey(made.secret(), KeyView.of(made.key()));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Revoke a key",
            description = "It opens nothing from now on; to revoke it again changes nothing.")
    KeyView revoke(@PathVariable String id) {
        return KeyView.of(keys.revoke(id));
    }
}
