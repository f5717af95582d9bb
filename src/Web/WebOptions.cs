using System.ComponentModel.DataAnnotations;

namespace ContentPages.Web;

/// <summary>Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The folder of the built front end; relative to the content root.</summary>
    [Required]
    public string FrontEnd { get; set; } = "wwwroot";

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/8</c>) of proxies in front of us, whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed.
    /// None: nobody's are.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>The largest file that may be uploaded, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUploadBytes { get; set; } = 50_000_000_000;
}
