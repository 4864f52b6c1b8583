package io.hourglass.access;

import io.hourglass.audit.Who;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class WhoCalls implements Who {

    @Override
    public Optional<String> acts() {
        return Callers.current().map(Caller::name);
    }
}
