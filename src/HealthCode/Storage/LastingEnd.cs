using System.Data.Common;

namespace HealthBao.HealthCode.Storage;

/// <summary>How a slice ends what lasts and is over. Registered as a service, one each; asked once a day and at the start.</summary>
/// <param name="Forget">Forgets what is over at an instant.</param>
internal sealed record LastingEnd(Func<DbConnection, DateTimeOffset, int> Forget);
