package io.hourglass.web.input;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Range;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Says the limits of a {@link Range} in the API's description: springdoc knows only those of Jakarta's constraints. */
@Component
class RangesInOpenApi implements ParameterCustomizer {

    @Override
    public Parameter customize(Parameter described, MethodParameter parameter) {
        var range = parameter.getParameterAnnotation(Range.class);
        if (range != null) {
            described.getSchema().minimum(BigDecimal.valueOf(range.min())).maximum(BigDecimal.valueOf(range.max()));
        }
        return described;
    }
}
