package io.hourglass.incoming.web;

import io.hourglass.incoming.chatwoot.ChatwootEvents;
import io.hourglass.incoming.chatwoot.Said;
import io.hourglass.incoming.chatwoot.Said.Facts;
import io.hourglass.incoming.chatwoot.Said.Nothing;
import io.hourglass.incoming.deliveries.Delivery;
import io.hourglass.incoming.deliveries.TakeDelivery;
import io.hourglass.incoming.json.FactsBody;
import io.hourglass.incoming.signatures.NotProven;
import io.hourglass.incoming.signatures.Signatures;
import io.hourglass.incoming.signatures.SignedCall;
import io.hourglass.incoming.sources.Format;
import io.hourglass.incoming.sources.Source;
import io.hourglass.incoming.sources.Sources;
import io.hourglass.kernel.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems tell what happened. Who calls is proven by the signature alone. */
@RestController
@RequestMapping("/api/incoming")
@Tag(name = "Incoming webhooks")
class IncomingApi {

    private static final String EXAMPLE =
            """
            {"event": "RECEIVED", "inquiry": "inq-1009", "buyer": "buyer-7", "supplier": "supplier-3",
             "at": "2026-03-02T06:30:00Z"}""";
    private static final byte[] EMPTY = {};

    private final Sources sources;
    private final Signatures signatures;
    private final TakeDelivery take;
    private final MailDeliveries mails;

    IncomingApi(Sources sources, Signatures signatures, TakeDelivery take, MailDeliveries mails) {
        this.sources = sources;
        this.signatures = signatures;
        this.take = take;
        this.mails = mails;
    }

    @PostMapping("/{source}")
    @SecurityRequirements
    @Operation(
            summary = "A delivery of a source that the configuration names",
            description =
                    "Facts as the lines of an import have them, signed by Standard Webhooks; an event of Chatwoot, signed as it does;"
                            + " or a mail to a relay address as it was received (message/rfc822), with the address in the header"
                            + " `Envelope-To`, signed by Standard Webhooks as if the body began with the address and a full stop."
                            + " All of a delivery's facts are taken, or none; the same delivery again changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object", example = EXAMPLE))))
    @ApiResponse(responseCode = "200", description = "Taken now or before, or passed over, and why.")
    @ApiResponse(responseCode = "400", description = "A field is wrong; the field's path, its value and the rule.")
    @ApiResponse(responseCode = "401", description = "The signature is wrong, or older than five minutes.")
    @ApiResponse(responseCode = "404", description = "There is no such source, or no such relay address.")
    @ApiResponse(
            responseCode = "409",
            description = "A fact or the delivery is known with other content, or an inquiry has too many mails.")
    IncomingAnswer take(@PathVariable String source, @Parameter(hidden = true) HttpEntity<byte[]> request) {
        var known = sources.find(source).orElseThrow(() -> new NotFound("source", source));
        var body = request.getBody() == null ? EMPTY : request.getBody();
        if (known.format() == Format.MAIL) {
            var to = MailDeliveries.recipient(request.getHeaders()::getFirst);
            proven(known, new SignedCall(request.getHeaders()::getFirst, MailDeliveries.signed(to, body)));
            return IncomingAnswer.of(mails.take(to, body));
        }
        var id = proven(known, new SignedCall(request.getHeaders()::getFirst, body));
        var said = read(known, body);
        return said instanceof Facts facts
                ? IncomingAnswer.of(take.take(new Delivery(source, id, body, facts.facts())))
                : IncomingAnswer.ignored(((Nothing) said).why());
    }

    private static Said read(Source source, byte[] body) {
        var shop = source.chatwoot();
        return shop == null ? new Facts(FactsBody.read(body)) : ChatwootEvents.read(source.name(), shop, body);
    }

    private String proven(Source source, SignedCall call) {
        try {
            return signatures.check(source, call);
        } catch (NotProven e) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNAUTHORIZED, e.getMessage() + ". Nothing has been changed.");
            problem.setTitle("Not proven");
            throw new ErrorResponseException(HttpStatus.UNAUTHORIZED, problem, e);
        }
    }
}
