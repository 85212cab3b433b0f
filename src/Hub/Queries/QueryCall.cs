namespace HealthBao.Hub.Queries;

/// <summary>One call of <c>POST /v1/status-queries</c>, without the person it asks about.</summary>
/// <param name="ClientId">Who asks.</param>
/// <param name="Since">When it came, by <see cref="AnswerTime.Now"/>.</param>
internal sealed record QueryCall(HttpContext Http, string ClientId, string Scene, long Since);
