package org.lethe.acceptance.journey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lethe.acceptance.client.Json;

/** How a request names a data subject: OpenDSR's identities, and the members of our extension. */
final class Naming {
    private final ObjectNode members = Json.object();
    private final ArrayNode identities = members.arrayNode();

    Naming identity(String type, String value) {
        identities
                .addObject()
                .put("identity_type", type)
                .put("identity_value", value)
                .put("identity_format", "raw");
        return this;
    }

    Naming member(String name, List<String> values) {
        values.forEach(members.putArray(name)::add);
        return this;
    }

    Naming detail(String name, String value) {
        members.withArray("/details").addObject().put("name", name).put("value", value);
        return this;
    }

    ArrayNode identities() {
        return identities;
    }

    /** Also the whole body where there is no request. */
    ObjectNode members() {
        return members.deepCopy();
    }
}
