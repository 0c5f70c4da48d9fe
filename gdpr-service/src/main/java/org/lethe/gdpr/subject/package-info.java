/** Who a request is about: selectors, and the scopes that they lead to. */
@NullMarked
package org.lethe.gdpr.subject;

import org.jspecify.annotations.NullMarked;
