using System.ComponentModel.DataAnnotations;

namespace HealthBao.Adapters.Enquiry;

/// <summary>The option must be an absolute http or https address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpAddressAttribute() : ValidationAttribute("{0} is not an absolute http or https address.")
{
    public override bool IsValid(object? value) => value is Uri { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
