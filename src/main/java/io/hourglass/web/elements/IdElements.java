package io.hourglass.web.elements;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * {@code hg:id="${id}"}: the id as the text of its element. One of more than twenty characters is drawn by its first eight, one
 * that begins with a day by that and four more, with the whole as its title, to be selected, and to be copied by {@code ids.js}
 * (ADR 60).
 */
@Component
class IdElements extends AbstractProcessorDialect {

    private static final String PREFIX = "hg";
    private static final int AS_TEXT = 1300;

    /** One that people made up says little in its first characters. */
    private static final int MAX_WHOLE = 20;

    /** All of a day's consultations begin alike. */
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\..*");

    IdElements() {
        super("Ids", PREFIX, AS_TEXT);
    }

    @Override
    public Set<IProcessor> getProcessors(@Nullable String prefix) {
        return Set.of(new IdAttribute(Objects.requireNonNullElse(prefix, PREFIX)));
    }

    private static final class IdAttribute extends AbstractStandardExpressionAttributeTagProcessor {

        private IdAttribute(String prefix) {
            super(TemplateMode.HTML, prefix, "id", AS_TEXT, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                @Nullable Object result,
                IElementTagStructureHandler element) {
            var id = Objects.toString(result, "");
            element.setBody(HtmlEscape.escapeHtml5Xml(id), false);
            if (id.length() > MAX_WHOLE) {
                var classes = tag.getAttributeValue("class");
                element.setAttribute("class", (classes == null ? "" : classes + " ") + drawn(id));
                element.setAttribute("title", HtmlEscape.escapeHtml5Xml(id));
                element.setAttribute("data-id", HtmlEscape.escapeHtml5Xml(id));
            }
        }

        private static String drawn(String id) {
            return DATED.matcher(id).matches() ? "long dated" : "long";
        }
    }
}
