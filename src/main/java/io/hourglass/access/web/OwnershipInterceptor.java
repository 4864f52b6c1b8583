package io.hourglass.access.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.CaseParties;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds suppliers and buyers to their own: what an address names by the id of a case, {@code {supplier}} or {@code {buyer}} and is not theirs is answered as if there were no such thing.
 */
@Component
class OwnershipInterceptor implements HandlerInterceptor {

    private final List<CaseParties> cases;

    OwnershipInterceptor(List<CaseParties> cases) {
        this.cases = cases;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Callers.current().filter(Caller::isParty).ifPresent(party -> {
            var named = named(request);
            checkSupplier(party, named.get("supplier"));
            checkBuyer(party, named.get("buyer"));
            cases.forEach(some -> checkCase(party, some, named.get(some.pathVariable())));
        });
        return true;
    }

    private static void checkSupplier(Caller party, @Nullable String supplier) {
        if (supplier != null && !party.actsFor(new SupplierId(supplier))) {
            throw new NotFound("supplier", supplier);
        }
    }

    private static void checkBuyer(Caller party, @Nullable String buyer) {
        if (buyer != null && !party.actsFor(new BuyerId(buyer))) {
            throw new NotFound("buyer", buyer);
        }
    }

    private static void checkCase(Caller party, CaseParties cases, @Nullable String id) {
        if (id != null && cases.of(id).filter(party::isParty).isEmpty()) {
            throw new NotFound(cases.pathVariable(), id);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> named(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (Map<String, String>) variables
                : Map.of();
    }
}
