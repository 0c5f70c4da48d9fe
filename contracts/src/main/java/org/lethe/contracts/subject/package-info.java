/** How a data subject is named by who asks for them. */
@NullMarked
package org.lethe.contracts.subject;

import org.jspecify.annotations.NullMarked;
