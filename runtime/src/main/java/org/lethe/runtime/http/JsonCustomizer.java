package org.lethe.runtime.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.lethe.contracts.WireFormat;

/** Makes Quarkus' mapper write and read as the contracts do. */
@Singleton
public class JsonCustomizer implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        WireFormat.configure(mapper);
    }

    /** After Quarkus' own customizers, so that these settings hold. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
