package io.hourglass.batch.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL look for the tables of the engine and the history of migrations where the first start made them. A user called as our
 * schema has that before {@code public} in its search path, once it is there: the second start would begin anew in it.
 */
@Component
class SchemaBesideOurs implements BeanPostProcessor {

    private static final String WITHOUT_OURS =
            """
            select set_config('search_path',
              (select string_agg(quote_ident(name), ', ' order by place)
               from unnest(current_schemas(false)) with ordinality as path (name, place) where name <> 'hourglass'),
              false)
            where 'hourglass' = any (current_schemas(false)) and cardinality(current_schemas(false)) > 1""";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getConnectionInitSql() == null
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.setConnectionInitSql(WITHOUT_OURS);
        }
        return bean;
    }
}
