export const DS = 'http://www.w3.org/2000/09/xmldsig#'
/** Namespace of the InclusiveNamespaces element and the algorithm's own name (Exclusive C14N §4). */
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const ENVELOPED_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
