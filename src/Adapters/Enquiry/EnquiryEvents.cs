namespace HealthBao.Adapters.Enquiry;

/// <summary>Event ids of asking a region's own system: 1000–1099 shared, 1200–1299 Tianjin.</summary>
public static class EnquiryEvents
{
    /// <summary>A source stated a code that its concept map does not list.</summary>
    public const int UnmappedCode = 1001;

    /// <summary>Tianjin stated <c>yellow</c>, which its own notice calls orange.</summary>
    public const int TianjinAlias = 1201;
}
