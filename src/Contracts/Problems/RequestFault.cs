namespace HealthBao.Contracts.Problems;

/// <summary>One thing that is wrong with a request, named without the value.</summary>
/// <param name="Field">The member, as a path such as <c>holder.documentNumber</c>; <c>$</c> is the body itself.</param>
/// <param name="Fault">A code: <c>missing</c>, <c>null</c>, <c>wrong-type</c>, <c>empty</c>, <c>too-long</c>, <c>duplicate</c>, <c>unknown-member</c>,
/// <c>not-listed</c>, <c>out-of-range</c>, <c>malformed-json</c>, <c>invalid-utf8</c>, <c>too-deep</c>, of a document <c>check-digit</c> and the like, of a change
/// <c>other-region</c>, <c>no-health-reason</c>, <c>contradicts</c>.</param>
/// <param name="Detail">A sentence that says the way out.</param>
public sealed record RequestFault(string Field, string Fault, string Detail);
