package io.hourglass.web.errors;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI page says of the API as a whole. */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String WHOLE =
            """
            Hourglass keeps the clocks of inquiries, decides from facts, and publishes each supplier's timely-reply rate.

            * Send facts in any order and as often as you like: each has an `id` of your own, and the same again is 200 \
            with the same answer. The same id with other content is 409 and changes nothing.
            * A well-formed fact is always kept. One that a rule refuses changes no verdict and is answered with 409 and \
            the judge's present reason.
            * Errors are problem details (RFC 9457). Bad input names every broken field, its value and the rule, and \
            changes nothing. Fields that are not described here are refused.
            * Instants are ISO 8601; days are natural days of the marketplace zone.
            * Explanations are in English, or in Chinese if `Accept-Language` or `?lang=zh` says so.
            """;

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .components(new Components()
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key"))
                        .addSecuritySchemes(
                                "password",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .security(List.of(
                        new SecurityRequirement().addList("key"),
                        new SecurityRequirement().addList("password"),
                        new SecurityRequirement().addList("token")))
                .info(new Info().title("Hourglass").version("1").description(WHOLE))
                .tags(List.of(
                        new Tag().name("Inquiries").description("Submit and read inquiries"),
                        new Tag().name("Facts").description("What happened to an inquiry"),
                        new Tag().name("Suppliers").description("Their inquiries and their numbers"),
                        new Tag().name("Access").description("Accounts of people, keys of systems"),
                        new Tag().name("Traces").description("One inquiry from first fact to verdict"),
                        new Tag().name("Operations").description("The running system, for operations"),
                        new Tag().name("Webhooks").description("To which addresses events are sent, and what arrived"),
                        new Tag().name("Books and policy").description("When days close, and by which rules")));
    }

    @Bean
    OpenApiCustomizer problemsDescribed() {
        return api -> {
            var components = api.getComponents();
            ModelConverters.getInstance().read(BrokenField.class).forEach(components::addSchemas);
            components.addSchemas("Problem", problem());
            api.getPaths().values().forEach(path -> path.readOperationsMap().forEach(ApiDescription::addProblems));
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457. A refused fact adds `fact`, `refusal`, `state` and `explanation`.")
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Bad input"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/BrokenField")));
    }

    private static void addProblems(HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        responses.forEach((code, response) -> {
            if (code.startsWith("4")) {
                response.setContent(asProblem());
            }
        });
        responses.putIfAbsent("400", problem("Bad input: `errors` names each field, its value and the rule."));
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            responses.putIfAbsent("404", problem("There is no such inquiry, supplier or number."));
        }
        responses.putIfAbsent("401", problem("Nobody known is calling, or with a key or password that opens nothing."));
        responses.putIfAbsent("403", problem("The caller may not make this call."));
        responses.putIfAbsent("429", problem("Too many requests or wrong passwords; see `Retry-After`."));
        responses.putIfAbsent("503", problem("The database does not answer; see `Retry-After`."));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse().description(description).content(asProblem());
    }

    private static Content asProblem() {
        return new Content()
                .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM)));
    }
}
