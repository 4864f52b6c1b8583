package io.hourglass.web.lists;

import io.hourglass.kernel.text.PathSegment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Links of templates: what stands for {@code {id}} in a path is written as {@link PathSegment} does. Thymeleaf itself lets
 * slashes through, so that an id with {@code ../} in it led elsewhere, or to an error.
 */
final class PageLinks extends AbstractLinkBuilder {

    private final StandardLinkBuilder plain = new AsWritten();

    @Override
    public String buildLink(
            IExpressionContext context, @Nullable String base, @Nullable Map<String, Object> parameters) {
        if (base == null || parameters == null || base.indexOf('{') < 0) {
            return plain.buildLink(context, base, parameters);
        }
        var path = base;
        var asked = new LinkedHashMap<String, Object>();
        for (var parameter : parameters.entrySet()) {
            var place = "{" + parameter.getKey() + "}";
            if (base.contains(place)) {
                path = path.replace(place, PathSegment.of(String.valueOf(parameter.getValue())));
            } else {
                asked.put(parameter.getKey(), parameter.getValue());
            }
        }
        return plain.buildLink(context, path, asked);
    }

    /**
     * No address of ours has a version or a session in it, so none is looked up among the static resources: for each link of a
     * page that searched the whole class path.
     */
    private static final class AsWritten extends StandardLinkBuilder {

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }

    @Configuration
    static class OfTemplates {

        @Autowired
        void use(TemplateEngine engine) {
            engine.setLinkBuilder(new PageLinks());
        }

        /** Also where an unknown id or address ends in {@code .js}. */
        @Autowired
        void alwaysHtml(ObjectProvider<ThymeleafViewResolver> views) {
            views.ifAvailable(resolver -> resolver.setForceContentType(true));
        }
    }
}
