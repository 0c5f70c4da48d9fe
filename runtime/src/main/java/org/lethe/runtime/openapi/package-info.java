/** The OpenAPI document of a service, derived from what its resources admit, take and answer. */
@NullMarked
package org.lethe.runtime.openapi;

import org.jspecify.annotations.NullMarked;
